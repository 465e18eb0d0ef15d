import { inflateRawSync } from 'node:zlib';

/** The files in a zip archive, as text: Word files are such archives. Reads the table at its end. */
export function unzip(archive: Uint8Array): Map<string, string> {
	const bytes = Buffer.from(archive);
	const end = bytes.lastIndexOf(Buffer.from([0x50, 0x4b, 5, 6]));
	const files = new Map<string, string>();
	let at = bytes.readUInt32LE(end + 16);
	for (let left = bytes.readUInt16LE(end + 10); left > 0; left--) {
		const [method, size] = [bytes.readUInt16LE(at + 10), bytes.readUInt32LE(at + 20)];
		const lengths = [28, 30, 32].map((offset) => bytes.readUInt16LE(at + offset));
		const [name = 0, extra = 0, comment = 0] = lengths;
		const local = bytes.readUInt32LE(at + 42);
		const from = local + 30 + bytes.readUInt16LE(local + 26) + bytes.readUInt16LE(local + 28);
		const packed = bytes.subarray(from, from + size);
		files.set(
			bytes.toString('utf8', at + 46, at + 46 + name),
			(method ? inflateRawSync(packed) : packed).toString('utf8')
		);
		at += 46 + name + extra + comment;
	}
	return files;
}
