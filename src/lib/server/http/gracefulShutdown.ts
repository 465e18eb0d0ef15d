import type { Server } from 'node:http';

/** Takes no new connections, lets running answers end, and cuts what still runs after `longest` milliseconds. */
export async function gracefulShutdown(server: Server, longest: number): Promise<void> {
	const closed = new Promise<void>((done) => server.close(() => done()));
	// A connection becomes idle only when its answer is out, and browsers keep it open after that.
	const idle = setInterval(() => server.closeIdleConnections(), 50);
	const cut = setTimeout(() => server.closeAllConnections(), longest);
	await closed;
	clearInterval(idle);
	clearTimeout(cut);
}
