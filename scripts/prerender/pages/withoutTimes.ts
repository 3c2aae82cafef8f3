/** Signatures of a ZIP's records (APPNOTE 4.3), and where in each the DOS time and date stand. */
const LOCAL = { signature: 0x04034b50, time: 10 } as const;
const CENTRAL = { signature: 0x02014b50, time: 12, length: 46 } as const;
const END = { signature: 0x06054b50, length: 22 } as const;
/** 1 January 1980, 0:00: the earliest moment a ZIP can state. */
const EPOCH = { time: 0, date: 0x21 } as const;

/**
 * A ZIP (a workbook is one) that does not say when it was made, so that the same data give the same bytes. Contents and checksums are untouched.
 * @throws when the bytes are no ZIP of records as they are written here.
 */
export function withoutTimes(zip: Uint8Array): Uint8Array {
  const bytes = zip.slice();
  const view = new DataView(bytes.buffer);
  let end = bytes.length - END.length;
  while (end >= 0 && view.getUint32(end, true) !== END.signature) end--;
  if (end < 0) throw new Error("not a ZIP: it has no end record");
  const entries = view.getUint16(end + 10, true);
  let at = view.getUint32(end + 16, true);
  for (let entry = 0; entry < entries; entry++) {
    if (view.getUint32(at, true) !== CENTRAL.signature)
      throw new Error("a ZIP's directory is not where it should be");
    const local = view.getUint32(at + 42, true);
    if (view.getUint32(local, true) !== LOCAL.signature)
      throw new Error("a ZIP's file is not where it should be");
    for (const place of [at + CENTRAL.time, local + LOCAL.time]) {
      view.setUint16(place, EPOCH.time, true);
      view.setUint16(place + 2, EPOCH.date, true);
    }
    const [name, extra, comment] = [28, 30, 32].map((offset) => view.getUint16(at + offset, true));
    at += CENTRAL.length + (name ?? 0) + (extra ?? 0) + (comment ?? 0);
  }
  return bytes;
}
