import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";

/** Files below `dist`, relative, sorted. */
export function distFiles(dist: string): string[] {
  return readdirSync(dist, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => path.relative(dist, path.join(entry.parentPath, entry.name)).split(path.sep).join("/"))
    .sort();
}

/** Texts of tags whose content is not markup, so that a rule about tags does not read them. */
const withoutRawText = (html: string) =>
  html.replace(/<(style|script)\b([^>]*)>[\s\S]*?<\/\1>/g, "<$1$2></$1>");

/** What a page must not hold (TECH §8): checked on the text of one HTML file. */
export function pageProblems(file: string, html: string): string[] {
  const problems: string[] = [];
  const markup = withoutRawText(html);
  const tags = markup.match(/<[a-zA-Z][^>]*>/g) ?? [];
  for (const tag of tags) {
    if (/\sstyle\s*=/.test(tag))
      problems.push(`${file}: style attribute, which the policy blocks: ${tag.slice(0, 80)}`);
    if (/\son[a-z]+\s*=/.test(tag)) problems.push(`${file}: inline event handler: ${tag.slice(0, 80)}`);
    // Links a reader follows may lead out; nothing that the browser fetches by itself may.
    const fetches =
      !/^<(a|meta)\b/i.test(tag) && !/^<link\b[^>]*rel="?(canonical|alternate|license)/i.test(tag);
    if (fetches && /\s(src|href|srcset|poster|data|action)\s*=\s*["']?(https?:)?\/\//i.test(tag)) {
      problems.push(`${file}: request to another origin: ${tag.slice(0, 120)}`);
    }
    if (/\s(src|href)\s*=\s*["']?\/(?!\/)/.test(tag))
      problems.push(`${file}: absolute path breaks under a sub-path: ${tag.slice(0, 120)}`);
  }
  if (!/<meta http-equiv="Content-Security-Policy"/i.test(markup))
    problems.push(`${file}: no content security policy`);
  else if (/unsafe-(inline|eval|hashes)/.test(markup))
    problems.push(`${file}: the policy allows something unsafe`);
  if (!/<html[^>]*\blang="/.test(markup)) problems.push(`${file}: no lang`);
  return problems;
}

/** What a stylesheet must not hold. */
export function styleProblems(file: string, css: string): string[] {
  const problems: string[] = [];
  if (/url\(\s*["']?(https?:)?\/\//i.test(css)) problems.push(`${file}: request to another origin`);
  if (/@import/i.test(css)) problems.push(`${file}: @import costs a round trip`);
  return problems;
}

/** What a script must not hold: code made from text. */
export function scriptProblems(file: string, script: string): string[] {
  const found = /(?<![\w$.])eval\s*\(|\bnew Function\b|(?<![\w$.])Function\s*\(\s*["'`]/.exec(script)?.[0];
  return found === undefined ? [] : [`${file}: code from text (${found}), which the policy refuses`];
}

/** Holds every file of a built site against the rules above. */
export function distProblems(dist: string): string[] {
  return distFiles(dist).flatMap((file) => {
    const read = () => readFileSync(path.join(dist, file), "utf8");
    if (file.endsWith(".html")) {
      const html = read();
      const styles = [...html.matchAll(/<style\b[^>]*>([\s\S]*?)<\/style>/g)].map((match) => match[1] ?? "");
      return [...pageProblems(file, html), ...styles.flatMap((css) => styleProblems(file, css))];
    }
    if (file.endsWith(".css")) return styleProblems(file, read());
    if (/\.m?js$/.test(file)) return scriptProblems(file, read());
    if (file.endsWith(".map") || file.startsWith(".")) return [`${file}: not for publication`];
    return [];
  });
}
