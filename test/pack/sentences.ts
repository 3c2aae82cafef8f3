import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { parseSync } from "@swc/core";

/** Sentences of the checks of the packs as they are written in the source, every value in them as `{}`. */
export interface PackSentences {
  readonly messages: readonly string[];
  readonly remedies: readonly string[];
}

/** Which arguments of a call are a message and a remedy. */
const PLACES: Readonly<Record<string, readonly [message: number, remedy: number]>> = {
  error: [3, 4],
  warning: [3, 4],
  fail: [2, 3],
};

/** A node of the syntax tree, as far as it is read here. */
type Node = Readonly<Record<string, unknown>> & { readonly type: string };
const isNode = (value: unknown): value is Node =>
  typeof value === "object" && value !== null && "type" in value && typeof value.type === "string";
const nodes = (value: unknown): readonly Node[] => (Array.isArray(value) ? value.filter(isNode) : []);
const nameOf = (value: unknown): string | null =>
  isNode(value) && value.type === "Identifier" ? String(value.value) : null;

function filesBelow(folder: string): readonly string[] {
  return readdirSync(folder, { withFileTypes: true }).flatMap((entry) => {
    const file = path.join(folder, entry.name);
    return entry.isDirectory() ? filesBelow(file) : file.endsWith(".ts") ? [file] : [];
  });
}

type Named = (name: string) => readonly Node[];

/** Every text an expression may be. `depth`: names that lead to one another end somewhere. */
function textsOf(node: unknown, named: Named, depth = 0): readonly string[] {
  if (!isNode(node) || depth > 8) return [];
  const more = (each: unknown) => textsOf(each, named, depth + 1);
  switch (node.type) {
    case "StringLiteral":
      return [String(node.value)];
    case "TemplateLiteral":
      return [
        nodes(node.quasis)
          .map((quasi) => String(quasi.cooked))
          .join("{}"),
      ];
    case "ConditionalExpression":
      return [...more(node.consequent), ...more(node.alternate)];
    case "BinaryExpression":
      return node.operator === "??" ? [...more(node.left), ...more(node.right)] : [];
    case "ParenthesisExpression":
    case "TsAsExpression":
    case "TsConstAssertion":
      return more(node.expression);
    case "Identifier":
      return named(String(node.value)).flatMap(more);
    case "MemberExpression":
      return (nameOf(node.property) === null ? [] : named(nameOf(node.property) ?? "")).flatMap(more);
    case "CallExpression":
      return (nameOf(node.callee) === null ? [] : named(nameOf(node.callee) ?? "")).flatMap(more);
    case "ArrowFunctionExpression":
      return more(node.body);
    case "BlockStatement":
      return nodes(node.stmts).flatMap(more);
    case "IfStatement":
      return [...more(node.consequent), ...more(node.alternate)];
    case "ReturnStatement":
      return more(node.argument);
    case "FunctionDeclaration":
      return more(node.body);
    default:
      return [];
  }
}

/** Reads the sentences from the source of `folder`: what is given to the log of problems, directly, by a name, or through a function of the file. */
export function sentencesIn(folder: string): PackSentences {
  const messages = new Set<string>();
  const remedies = new Set<string>();
  for (const file of filesBelow(folder)) {
    const values = new Map<string, Node[]>();
    const parameters = new Map<string, readonly (string | null)[]>();
    // What a check hands back, to be logged by whoever called it.
    const faults: { readonly key: "message" | "remedy"; readonly value: unknown }[] = [];
    const calls: { readonly name: string; readonly args: readonly unknown[] }[] = [];
    const note = (name: string | null, value: unknown) => {
      if (name !== null && isNode(value) && nameOf(value) !== name)
        values.set(name, [...(values.get(name) ?? []), value]);
    };
    const visit = (value: unknown): void => {
      if (Array.isArray(value)) for (const each of value) visit(each);
      if (typeof value !== "object" || value === null || Array.isArray(value)) return;
      if (isNode(value)) {
        if (value.type === "VariableDeclarator") {
          note(nameOf(value.id), value.init);
          if (isNode(value.init) && value.init.type === "ArrowFunctionExpression")
            parameters.set(nameOf(value.id) ?? "", nodes(value.init.params).map(nameOf));
        }
        if (value.type === "FunctionDeclaration") {
          note(nameOf(value.identifier), value);
          const params = Array.isArray(value.params) ? value.params : [];
          parameters.set(
            nameOf(value.identifier) ?? "",
            params.map((each) => nameOf(each?.pat)),
          );
        }
        if (value.type === "KeyValueProperty") {
          const key = nameOf(value.key);
          note(key, value.value);
          if (key === "message" || key === "remedy") faults.push({ key, value: value.value });
        }
        if (value.type === "CallExpression" && isNode(value.callee)) {
          const { callee } = value;
          const name = callee.type === "MemberExpression" ? nameOf(callee.property) : nameOf(callee);
          const args = Array.isArray(value.arguments) ? value.arguments : [];
          calls.push({ name: name ?? "", args: args.map((each) => each?.expression) });
        }
      }
      for (const each of Object.values(value)) visit(each);
    };
    visit(parseSync(readFileSync(file, "utf8"), { syntax: "typescript", target: "es2022" }));
    const named: Named = (name) => [
      ...(values.get(name) ?? []),
      // A parameter: whatever the file gives for it.
      ...[...parameters].flatMap(([called, list]) => {
        const place = list.indexOf(name);
        if (place < 0) return [];
        return calls.flatMap((call) => {
          const value = call.name === called ? call.args[place] : undefined;
          return isNode(value) && nameOf(value) !== name ? [value] : [];
        });
      }),
    ];
    for (const { key, value } of faults)
      for (const text of textsOf(value, named)) (key === "message" ? messages : remedies).add(text);
    for (const { name, args } of calls) {
      const places = PLACES[name];
      if (places === undefined || args.length <= places[1]) continue;
      for (const text of textsOf(args[places[0]], named)) messages.add(text);
      for (const text of textsOf(args[places[1]], named)) remedies.add(text);
    }
  }
  return { messages: [...messages].sort(), remedies: [...remedies].sort() };
}
