import { once } from 'node:events';
import { createServer, type Server } from 'node:http';
import type { Instruments } from './instruments.ts';

/** What a thread has counted, as it comes through its message port. */
export type Counted = object[];

/**
 * Serves the numbers for Prometheus on a port of their own: what runs here and what the worker has last sent. The two
 * count the same things in their own threads and are added up.
 */
export async function serveMetrics(
	{ host, port }: { host: string; port: number },
	{ registry }: Instruments,
	ofWorker: () => Counted
): Promise<Server> {
	const { AggregatorRegistry } = await import('prom-client');
	const text = async () => AggregatorRegistry.aggregate([await registry.getMetricsAsJSON(), ofWorker()]).metrics();
	const server = createServer((req, res) => {
		const found = (req.method === 'GET' || req.method === 'HEAD') && req.url === '/metrics';
		if (!found) return void res.writeHead(404).end();
		text().then(
			(body) => res.writeHead(200, { 'content-type': registry.contentType, 'cache-control': 'no-store' }).end(body),
			() => res.writeHead(500).end()
		);
	});
	server.listen(port, host);
	await once(server, 'listening');
	return server;
}
