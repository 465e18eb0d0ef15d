import { open, stat } from 'node:fs/promises';
import { join } from 'node:path';
import type { Config } from './config.ts';

/** The operator's video in sign language, as files in a folder. Only these names are ever served. */
const FILES = {
	'video.mp4': 'video/mp4',
	'bild.jpg': 'image/jpeg',
	'untertitel.vtt': 'text/vtt; charset=utf-8'
} as const;
type FileName = keyof typeof FILES;

const isFile = (name: string): name is FileName => Object.hasOwn(FILES, name);

/** Which of the files are not in the folder the operator named. */
export async function missingFiles(config: Config): Promise<string[]> {
	const names = Object.keys(FILES).filter(isFile);
	const sizes = await Promise.all(names.map((name) => sizeOf(config, name)));
	return names.filter((_, n) => sizes[n] === null);
}

export interface SigningVideo {
	bytes: number;
	/** Of the video; null: the file does not say. */
	seconds: number | null;
}

async function sizeOf(config: Config, name: FileName): Promise<number | null> {
	if (config.videoFolder === null) return null;
	const found = await stat(join(config.videoFolder, name)).catch(() => null);
	return found?.isFile() ? found.size : null;
}

/** The video, when it is there with its picture and its captions: without captions it is not shown to anybody. */
export async function signingVideo(config: Config): Promise<SigningVideo | null> {
	const [bytes, picture, captions] = await Promise.all([
		sizeOf(config, 'video.mp4'),
		sizeOf(config, 'bild.jpg'),
		sizeOf(config, 'untertitel.vtt')
	]);
	if (bytes === null || picture === null || captions === null || config.videoFolder === null) return null;
	return { bytes, seconds: await lengthOf(join(config.videoFolder, 'video.mp4'), bytes) };
}

const HEAD = 256 * 1024;

/** How long it runs, from the film's own head (box »mvhd«, ISO 14496-12), which stands at the beginning or the end. */
async function lengthOf(path: string, bytes: number): Promise<number | null> {
	const file = await open(path);
	try {
		for (const from of [0, Math.max(0, bytes - HEAD)]) {
			const { buffer, bytesRead } = await file.read(
				Buffer.alloc(Math.min(HEAD, bytes)),
				0,
				Math.min(HEAD, bytes),
				from
			);
			const seconds = secondsIn(buffer.subarray(0, bytesRead));
			if (seconds !== null) return seconds;
		}
		return null;
	} finally {
		await file.close();
	}
}

export function secondsIn(part: Buffer): number | null {
	const at = part.indexOf('mvhd', 0, 'latin1') + 4;
	if (at < 4 || at + 32 > part.length) return null;
	const long = part.readUInt8(at) === 1;
	const scale = part.readUInt32BE(at + (long ? 20 : 12));
	const length = long ? Number(part.readBigUInt64BE(at + 24)) : part.readUInt32BE(at + 16);
	return scale > 0 ? Math.round(length / scale) : null;
}

/** The part `bytes=…` asks for; null: all of it. Throws RangeError when there is no such part. */
export function rangeOf(asked: string | null, size: number): { from: number; to: number } | null {
	const found = /^bytes=(\d{0,15})-(\d{0,15})$/.exec(asked ?? '');
	if (!found || (found[1] === '' && found[2] === '')) return null;
	const from = found[1] === '' ? Math.max(0, size - Number(found[2])) : Number(found[1]);
	const to = found[1] === '' || found[2] === '' ? size - 1 : Math.min(Number(found[2]), size - 1);
	if (from > to) throw new RangeError();
	return { from, to };
}

/** One of the files, in the part the player asks for; null: there is none of that name. */
export async function signingFile(config: Config, name: string, range: string | null): Promise<Response | null> {
	const size = isFile(name) ? await sizeOf(config, name) : null;
	if (!isFile(name) || size === null || config.videoFolder === null) return null;
	const headers = { 'content-type': FILES[name], 'accept-ranges': 'bytes', 'cache-control': 'public, max-age=3600' };
	try {
		const part = rangeOf(range, size);
		const { from, to } = part ?? { from: 0, to: size - 1 };
		const length = String(to - from + 1);
		const which = part ? [['content-range', `bytes ${from}-${to}/${size}`]] : [];
		return new Response(await piece(join(config.videoFolder, name), from, to), {
			status: part ? 206 : 200,
			headers: Object.fromEntries([...Object.entries(headers), ...which, ['content-length', length]])
		});
	} catch (problem) {
		if (!(problem instanceof RangeError)) throw problem;
		return new Response(null, { status: 416, headers: { ...headers, 'content-range': `bytes */${size}` } });
	}
}

const AT_ONCE = 64 * 1024;

/** Read while it is sent: a film does not fit into memory as often as people watch it. */
async function piece(path: string, from: number, to: number): Promise<ReadableStream<Uint8Array<ArrayBuffer>>> {
	const file = await open(path);
	let at = from;
	return new ReadableStream({
		async pull(controller) {
			const chunk = new Uint8Array(Math.min(AT_ONCE, to - at + 1));
			const { bytesRead } = chunk.length > 0 ? await file.read(chunk, 0, chunk.length, at) : { bytesRead: 0 };
			at += bytesRead;
			if (bytesRead > 0) return controller.enqueue(chunk.subarray(0, bytesRead));
			await file.close();
			controller.close();
		},
		cancel: () => file.close()
	});
}
