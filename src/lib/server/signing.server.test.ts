import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import { readConfig } from './config.ts';
import { rangeOf, signingFile, signingVideo } from './signing.server.ts';

/** No film: its head only, which says 90 seconds. */
function head(): Buffer {
	const box = Buffer.alloc(64);
	box.write('mvhd', 8, 'latin1');
	box.writeUInt32BE(1000, 24);
	box.writeUInt32BE(90_000, 28);
	return box;
}

function folder(names: readonly string[]) {
	const path = mkdtempSync(join(tmpdir(), 'teilhabe-video-'));
	onTestFinished(() => rmSync(path, { recursive: true }));
	for (const name of names) writeFileSync(join(path, name), name === 'video.mp4' ? head() : 'x');
	return readConfig({ TEILHABE_VIDEO: path });
}
const ALL = ['video.mp4', 'bild.jpg', 'untertitel.vtt'];

describe('the video in sign language', () => {
	it('is there with its picture and captions, and says how long it is', async () => {
		expect(await signingVideo(folder(ALL))).toEqual({ bytes: 64, seconds: 90 });
		expect(await signingVideo(readConfig({}))).toBeNull();
		for (const missing of ALL) expect(await signingVideo(folder(ALL.filter((name) => name !== missing)))).toBeNull();
	});

	it('is sent whole, or in the part a player asks for; nothing else of the folder is', async () => {
		const config = folder([...ALL, 'geheim.txt']);
		const whole = await signingFile(config, 'video.mp4', null);
		expect(whole?.status).toBe(200);
		expect(Buffer.from((await whole?.arrayBuffer()) ?? new ArrayBuffer(0)).equals(head())).toBe(true);
		const part = await signingFile(config, 'video.mp4', 'bytes=8-11');
		expect([part?.status, part?.headers.get('content-range'), await part?.text()]).toEqual([
			206,
			'bytes 8-11/64',
			'mvhd'
		]);
		expect((await signingFile(config, 'video.mp4', 'bytes=64-'))?.status).toBe(416);
		for (const name of ['geheim.txt', '../secret', '', 'toString']) {
			expect(await signingFile(config, name, null)).toBeNull();
		}
	});

	it.each([
		['bytes=0-', { from: 0, to: 99 }],
		['bytes=-10', { from: 90, to: 99 }],
		['bytes=5-500', { from: 5, to: 99 }],
		['bytes=1-2,5-6', null],
		['bytes=-', null],
		['nonsense', null],
		[null, null]
	])('reads %s', (asked, part) => expect(rangeOf(asked, 100)).toEqual(part));
});
