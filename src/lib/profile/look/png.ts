import { unzlibSync } from 'fflate';

/** A picture that other sites show beside a link. */
export const PNG_BYTES = 300_000;
const LEAST_WIDTH = 600;
const MOST_WIDTH = 2_400;
/** Of a chunk besides its data: length, name, check sum. */
const FRAME = 12;
const SIGNATURE = '89504e470d0a1a0a';
/** What it takes to show the picture. All else (who made it, where, when) stays away. */
const SHOWN = ['IHDR', 'PLTE', 'tRNS', 'sRGB', 'gAMA', 'IDAT', 'IEND'];
/** Of one point, in samples, by kind of colour. */
const SAMPLES: Readonly<Record<number, number>> = { 0: 1, 2: 3, 3: 1, 4: 2, 6: 4 };

interface Chunk {
	name: string;
	data: Buffer;
	whole: Buffer;
}

/** null: that is no row of chunks from the first to the last. */
function chunksOf(bytes: Buffer): Chunk[] | null {
	if (bytes.subarray(0, 8).toString('hex') !== SIGNATURE) return null;
	const chunks: Chunk[] = [];
	let at = 8;
	while (at + FRAME <= bytes.length) {
		const length = bytes.readUInt32BE(at);
		const end = at + FRAME + length;
		if (end > bytes.length) return null;
		const whole = bytes.subarray(at, end);
		chunks.push({ name: whole.subarray(4, 8).toString('latin1'), data: whole.subarray(8, 8 + length), whole });
		at = end;
		if (chunks.at(-1)?.name === 'IEND') break;
	}
	return chunks[0]?.name === 'IHDR' && chunks[0].data.length === 13 && chunks.at(-1)?.name === 'IEND' ? chunks : null;
}

/** Width, and how many bytes all rows are when unpacked; null: no picture that everybody shows. */
function sizeOf(head: Buffer): { width: number; unpacked: number } | null {
	const [width, height] = [head.readUInt32BE(0), head.readUInt32BE(4)];
	const [depth = 0, colour = 0, packing, filter, interlaced] = head.subarray(8);
	const samples = SAMPLES[colour];
	// Row by row: in several passes a picture is larger, and older readers do not know them.
	if (!samples || ![1, 2, 4, 8, 16].includes(depth) || packing !== 0 || filter !== 0 || interlaced !== 0) return null;
	if (width < LEAST_WIDTH || width > MOST_WIDTH || height < 1 || height > MOST_WIDTH) return null;
	return { width, unpacked: height * (1 + Math.ceil((width * samples * depth) / 8)) };
}

function isWhole(packed: Uint8Array, unpacked: number): boolean {
	try {
		// One byte more than there should be shows what is longer without unpacking all of it.
		return unzlibSync(packed, { out: new Uint8Array(unpacked + 1) }).length === unpacked;
	} catch {
		return false;
	}
}

/** The picture and nothing else; what cannot be read stays as it is, for `pngTrouble` to name. */
export function shownPng(bytes: Uint8Array): Buffer {
	const given = Buffer.from(bytes);
	const chunks = chunksOf(given);
	if (!chunks) return given;
	const kept = chunks.filter(({ name }) => SHOWN.includes(name)).map(({ whole }) => whole);
	return Buffer.concat([given.subarray(0, 8), ...kept]);
}

/** null: a picture in PNG, in base64, of a size that other sites show, whole from the first point to the last. */
export function pngTrouble(base64: string): 'size' | 'form' | null {
	if (base64.length * 0.75 > PNG_BYTES + 3) return 'size';
	if (!/^[A-Za-z0-9+/]+={0,2}$/.test(base64)) return 'form';
	const chunks = chunksOf(Buffer.from(base64, 'base64'));
	const size = chunks?.[0] ? sizeOf(chunks[0].data) : null;
	if (!chunks || !size) return 'form';
	const packed = Buffer.concat(chunks.filter(({ name }) => name === 'IDAT').map(({ data }) => data));
	return isWhole(packed, size.unpacked) ? null : 'form';
}
