/** What files hold that are fetched: their words as somebody reads them, and whatever else is packed into them. */
import { createHash } from 'node:crypto';
import { inflateRawSync, inflateSync } from 'node:zlib';
import { extractText, getDocumentProxy } from 'unpdf';

/** Of a Word file each of its parts, unpacked by the list of parts at its end. */
const wordParts = (file: Buffer): string[] => {
  const parts: string[] = [];
  for (let at = file.indexOf('PK\u0001\u0002'); at >= 0; at = file.indexOf('PK\u0001\u0002', at + 4)) {
    const [size, begins] = [file.readUInt32LE(at + 20), file.readUInt32LE(at + 42)];
    const data = begins + 30 + file.readUInt16LE(begins + 26) + file.readUInt16LE(begins + 28);
    const name = file.subarray(at + 46, at + 46 + file.readUInt16LE(at + 28)).toString('utf8');
    const packed = file.subarray(data, data + size);
    parts.push(name, (file.readUInt16LE(at + 10) === 8 ? inflateRawSync(packed) : packed).toString('utf8'));
  }
  // A word that is set in two ways stands in two runs.
  return [...parts, ...parts.filter((part) => part.startsWith('<')).map((part) => part.replace(/<[^>]*>/g, ''))];
};

const streamsOf = (file: Buffer): string[] => {
  const parts: string[] = [];
  for (let at = file.indexOf('stream\n'); at >= 0; at = file.indexOf('stream\n', at + 7)) {
    const end = file.indexOf('endstream', at);
    try {
      parts.push(inflateSync(file.subarray(at + 7, end)).toString('latin1'));
    } catch {
      // One that is not packed holds a font or a picture.
    }
  }
  return parts;
};

/** The letters of a printed page are places in a font; which letter each is says a table beside it. */
const pdfParts = async (file: Buffer): Promise<string[]> => {
  const document = await getDocumentProxy(new Uint8Array(file));
  const { text } = await extractText(document, { mergePages: true });
  const { info } = await document.getMetadata();
  const { CreationDate: _c, ModDate: _m, ...about } = info as Record<string, unknown>;
  await document.destroy();
  return [text, JSON.stringify(about), ...streamsOf(file)];
};

const read = new Map<string, Promise<string>>();

/** Takes a file, gives what stands in it, but for when it was made. */
export const saidIn = (file: Buffer): Promise<string> => {
  const digest = createHash('sha256').update(file).digest('base64');
  const said = read.get(digest) ?? readFile(file);
  read.set(digest, said);
  return said;
};

const readFile = async (file: Buffer): Promise<string> => {
  if (file.subarray(0, 5).toString('latin1') === '%PDF-') return (await pdfParts(file)).join('\n');
  return file.subarray(0, 2).toString('latin1') === 'PK' ? wordParts(file).join('\n') : file.toString('latin1');
};
