import { useState } from "react";
import { Icon } from "@/ui/icons";
import { usePage } from "../../page/context";

/** Puts the page's address, which is its state, on the clipboard, and says whether it did. */
export function CopyLink() {
  const { explore: m } = usePage().messages;
  const [told, setTold] = useState<"" | "copied" | "copyFailed">("");
  const copy = () => {
    // Absent on plain http and in old browsers.
    const { clipboard } = navigator as { readonly clipboard?: Clipboard };
    if (clipboard === undefined) return setTold("copyFailed");
    clipboard.writeText(location.href).then(
      () => setTold("copied"),
      () => setTold("copyFailed"),
    );
  };
  return (
    <>
      <button type="button" className="button needs-script" onClick={copy} onBlur={() => setTold("")}>
        <Icon name="link" /> {m.copyLink}
      </button>
      <span className={told === "copyFailed" ? "answer__told" : "hidden-text"} role="status">
        {told === "" ? "" : m[told]}
      </span>
    </>
  );
}
