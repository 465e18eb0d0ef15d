/** What the load generator is told to do. Plain data: it crosses a process border. */
export interface Job {
	port: number;
	connections: number;
	seconds: number;
	/** Milliseconds each client rests between an answer and its next request. 0: as fast as it goes. */
	rest: number;
	/** Sent in turn by all clients together, as they stand: head and body of HTTP/1.1. */
	requests: readonly string[];
	/** Index of the request to begin with. */
	from: number;
}

export interface Result {
	/** Requests answered per second. */
	rate: number;
	/** Milliseconds. */
	p50: number;
	p99: number;
	answered: number;
	/** How many answers had which status. */
	statuses: Record<string, number>;
	/** Bytes of the largest body. */
	bytes: number;
	/** Connections that broke. */
	broken: number;
}

export function get(path: string, headers: Readonly<Record<string, string>> = {}): string {
	return `GET ${path} HTTP/1.1\r\n${lines(headers)}\r\n`;
}

export function post(path: string, body: string, headers: Readonly<Record<string, string>>): string {
	const length = String(Buffer.byteLength(body));
	const all = { 'content-type': 'application/x-www-form-urlencoded', 'content-length': length, ...headers };
	return `POST ${path} HTTP/1.1\r\n${lines(all)}\r\n${body}`;
}

function lines(headers: Readonly<Record<string, string>>): string {
	const all = { host: '127.0.0.1', connection: 'keep-alive', ...headers };
	return Object.entries(all)
		.map(([name, value]) => `${name}: ${value}\r\n`)
		.join('');
}
