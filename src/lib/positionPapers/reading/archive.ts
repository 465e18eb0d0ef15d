import { inflateRawSync } from 'node:zlib';
import { PaperProblem } from './blocks.ts';

/** Of all parts together, unpacked. A hundred pages have three; an archive made to fill the memory stops here. */
const MOST_BYTES = 40 * 1024 * 1024;
const MOST_ENTRIES = 20_000;
const [LOCAL, CENTRAL, END] = [0x04034b50, 0x02014b50, 0x06054b50];

interface Entry {
	name: string;
	packed: number;
	method: number;
	from: number;
}

/** The parts of a ZIP archive. What its head says of sizes is not believed: unpacking itself stops. Throws PaperProblem. */
export class Archive {
	readonly #bytes: Buffer;
	readonly #entries: Map<string, Entry>;
	#left = MOST_BYTES;

	constructor(bytes: Uint8Array) {
		this.#bytes = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
		this.#entries = new Map(entriesOf(this.#bytes).map((entry) => [entry.name, entry]));
	}

	get names(): string[] {
		return [...this.#entries.keys()];
	}

	/** As text; empty: there is none. */
	text(name: string): string {
		const entry = this.#entries.get(name);
		if (!entry) return '';
		const packed = this.#bytes.subarray(entry.from, entry.from + entry.packed);
		try {
			const whole = entry.method === 0 ? packed : inflateRawSync(packed, { maxOutputLength: this.#left });
			this.#left -= whole.length;
			if (this.#left <= 0) throw new PaperProblem('bomb');
			return whole.toString('utf8');
		} catch (problem) {
			if (problem instanceof RangeError) throw new PaperProblem('bomb');
			throw problem instanceof PaperProblem ? problem : new PaperProblem('damaged');
		}
	}
}

function entriesOf(bytes: Buffer): Entry[] {
	const end = bytes.lastIndexOf(Buffer.from([0x50, 0x4b, 5, 6]));
	if (end < 0 || end + 20 > bytes.length || bytes.readUInt32LE(end) !== END) throw new PaperProblem('damaged');
	const count = bytes.readUInt16LE(end + 10);
	if (count > MOST_ENTRIES) throw new PaperProblem('bomb');
	const found: Entry[] = [];
	try {
		for (let at = bytes.readUInt32LE(end + 16), left = count; left > 0; left--) {
			if (bytes.readUInt32LE(at) !== CENTRAL) throw new PaperProblem('damaged');
			// The lowest bit says that the part is encrypted.
			if (bytes.readUInt16LE(at + 8) % 2 === 1) throw new PaperProblem('locked');
			const [nameLength, extra, comment] = [28, 30, 32].map((place) => bytes.readUInt16LE(at + place));
			const local = bytes.readUInt32LE(at + 42);
			if (bytes.readUInt32LE(local) !== LOCAL) throw new PaperProblem('damaged');
			found.push({
				name: bytes.toString('utf8', at + 46, at + 46 + (nameLength ?? 0)),
				packed: bytes.readUInt32LE(at + 20),
				method: bytes.readUInt16LE(at + 10),
				from: local + 30 + bytes.readUInt16LE(local + 26) + bytes.readUInt16LE(local + 28)
			});
			at += 46 + (nameLength ?? 0) + (extra ?? 0) + (comment ?? 0);
		}
	} catch (problem) {
		throw problem instanceof PaperProblem ? problem : new PaperProblem('damaged');
	}
	return found;
}
