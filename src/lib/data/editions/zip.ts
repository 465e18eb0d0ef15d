import { Zip, ZipPassThrough } from 'fflate';

export interface Entry {
	name: string;
	pieces: AsyncIterable<string | Uint8Array>;
}

/**
 * Files in one, as they are made: stored and not compressed, so that whoever asks for many costs no time. `at`: what it
 * says of when its files are from; the same files give the same bytes.
 */
export async function* zipped(entries: AsyncIterable<Entry>, at: string): AsyncGenerator<Uint8Array> {
	const made: Uint8Array[] = [];
	const zip = new Zip((problem, chunk) => {
		if (problem) throw problem;
		made.push(chunk);
	});
	const encoder = new TextEncoder();
	for await (const { name, pieces } of entries) {
		const file = new ZipPassThrough(name);
		file.mtime = at;
		zip.add(file);
		for await (const piece of pieces) {
			file.push(typeof piece === 'string' ? encoder.encode(piece) : piece);
			yield* made.splice(0);
		}
		file.push(new Uint8Array(), true);
		yield* made.splice(0);
	}
	zip.end();
	yield* made.splice(0);
}
