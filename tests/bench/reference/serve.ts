import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';

/** The bare minimum that answers on the port we were given. Nothing here is measured but what it is compared with. */
export function serve(answer: (request: IncomingMessage, response: ServerResponse) => unknown): void {
	const server = createServer((request, response) => {
		if (request.url === '/ready') response.end('ready');
		else void answer(request, response);
	});
	server.listen(Number(process.env.PORT), '127.0.0.1');
	process.once('SIGTERM', () => process.exit(0));
}

export function setting(name: string): string {
	const value = process.env[name];
	if (value === undefined) throw new Error(`${name} is not set`);
	return value;
}

export function read(request: IncomingMessage): Promise<string> {
	return new Promise((resolve, reject) => {
		let body = '';
		request.setEncoding('utf8');
		request.on('data', (chunk: string) => (body += chunk));
		request.once('end', () => resolve(body));
		request.once('error', reject);
	});
}
