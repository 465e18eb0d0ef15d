import { createServer, get } from 'node:http';
import { describe, expect, it } from 'vitest';
import { gracefulShutdown } from './gracefulShutdown.ts';

async function open(answersAfter: number) {
	const server = createServer((_, res) => void setTimeout(() => res.end('an answer'), answersAfter));
	await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
	const address = server.address();
	if (address === null || typeof address === 'string') throw new Error('no port');
	const ask = () =>
		new Promise<string>((done) => {
			const sent = get({ port: address.port, host: '127.0.0.1' }, (res) => {
				let text = '';
				res.on('data', (chunk) => (text += chunk));
				res.on('end', () => done(text));
			});
			sent.on('error', () => done('cut'));
		});
	return { server, ask };
}

const moment = (millis: number) => new Promise((done) => setTimeout(done, millis));

describe('when the server stops', () => {
	it('whoever waits still gets an answer, whoever comes does not', async () => {
		const { server, ask } = await open(200);
		const waiting = ask();
		await moment(50);
		const finished = gracefulShutdown(server, 5_000);
		expect(await ask()).toBe('cut');
		expect(await waiting).toBe('an answer');
		await finished;
	});

	it('it does not wait for ever', async () => {
		const { server, ask } = await open(5_000);
		const waiting = ask();
		await moment(50);
		await gracefulShutdown(server, 100);
		expect(await waiting).toBe('cut');
	});
});
