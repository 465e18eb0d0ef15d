import { createReadStream } from 'node:fs';
import { open, stat } from 'node:fs/promises';
import { join } from 'node:path';
import type { Config } from './config.ts';
import { send, type Part } from './http/conditional.ts';

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

async function statOf(config: Config, name: FileName): Promise<{ path: string; size: number; mtime: Date } | null> {
	if (config.videoFolder === null) return null;
	const path = join(config.videoFolder, name);
	const found = await stat(path).catch(() => null);
	return found?.isFile() ? { path, size: found.size, mtime: found.mtime } : null;
}

const sizeOf = async (config: Config, name: FileName) => (await statOf(config, name))?.size ?? null;

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

function secondsIn(part: Buffer): number | null {
	const at = part.indexOf('mvhd', 0, 'latin1') + 4;
	if (at < 4 || at + 32 > part.length) return null;
	const long = part.readUInt8(at) === 1;
	const scale = part.readUInt32BE(at + (long ? 20 : 12));
	const length = long ? Number(part.readBigUInt64BE(at + 24)) : part.readUInt32BE(at + 16);
	return scale > 0 ? Math.round(length / scale) : null;
}

/** One of the files, or the part of it that the player asks for; null: there is none of that name. */
export async function signingFile(config: Config, name: string, request: Request): Promise<Response | null> {
	const file = isFile(name) ? await statOf(config, name) : null;
	if (!isFile(name) || file === null) return null;
	const { path, size, mtime } = file;
	return send(request, {
		headers: { 'content-type': FILES[name], 'cache-control': 'public, max-age=3600' },
		etag: `"${size}-${mtime.getTime()}"`,
		lastModified: mtime.toISOString(),
		size,
		body: () => piecesOf(path),
		part: (part) => piecesOf(path, part)
	});
}

/** Read while it is sent: a film does not fit into memory as often as people watch it. */
async function* piecesOf(path: string, part?: Part): AsyncGenerator<Uint8Array> {
	for await (const piece of createReadStream(path, part)) yield Buffer.from(piece);
}
