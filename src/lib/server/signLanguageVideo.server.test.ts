import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import { readConfig } from './config.ts';
import { signingFile, signingVideo } from './signLanguageVideo.server.ts';

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
const ask = (headers: Record<string, string> = {}) => new Request('https://teilhabe.example/x', { headers });
const ALL = ['video.mp4', 'bild.jpg', 'untertitel.vtt'];

describe('the video in sign language', () => {
	it('is there with its picture and captions, and says how long it is', async () => {
		expect(await signingVideo(folder(ALL))).toEqual({ bytes: 64, seconds: 90 });
		expect(await signingVideo(readConfig({}))).toBeNull();
		for (const missing of ALL) expect(await signingVideo(folder(ALL.filter((name) => name !== missing)))).toBeNull();
	});

	it('is sent whole, or in the part a player asks for; nothing else of the folder is', async () => {
		const config = folder([...ALL, 'geheim.txt']);
		const whole = await signingFile(config, 'video.mp4', ask());
		expect(whole?.status).toBe(200);
		expect(Buffer.from((await whole?.arrayBuffer()) ?? new ArrayBuffer(0)).equals(head())).toBe(true);
		const part = await signingFile(config, 'video.mp4', ask({ range: 'bytes=8-11' }));
		expect([part?.status, part?.headers.get('content-range'), await part?.text()]).toEqual([
			206,
			'bytes 8-11/64',
			'mvhd'
		]);
		const etag = whole?.headers.get('etag') ?? '';
		expect((await signingFile(config, 'video.mp4', ask({ 'if-none-match': etag })))?.status).toBe(304);
		const resumed = await signingFile(config, 'video.mp4', ask({ range: 'bytes=60-', 'if-range': etag }));
		expect([resumed?.status, (await resumed?.arrayBuffer())?.byteLength]).toEqual([206, 4]);
		expect((await signingFile(config, 'video.mp4', ask({ range: 'bytes=64-' })))?.status).toBe(416);
		for (const name of ['geheim.txt', '../secret', '', 'toString']) {
			expect(await signingFile(config, name, ask())).toBeNull();
		}
	});
});
