/**
 * Reads HTTP/1.1 answers from one connection, one at a time: status and body length are all a bench wants to know.
 * Written for speed, because a load generator slower than what it measures shows its own limit instead.
 */
export class Answers {
	readonly #told: (status: number, bytes: number) => void;
	#head: Buffer | null = null;
	#status = 0;
	#bytes = 0;
	/** Bytes of the body still to come; -1 in a chunked body, whose pieces say it themselves. */
	#left = 0;
	#chunks = '';
	#reading = false;

	constructor(told: (status: number, bytes: number) => void) {
		this.#told = told;
	}

	take(data: Buffer): void {
		if (this.#reading) return this.#body(data);
		const all = this.#head ? Buffer.concat([this.#head, data]) : data;
		const end = all.indexOf('\r\n\r\n');
		if (end < 0) {
			this.#head = all;
			return;
		}
		this.#head = null;
		this.#begin(all.toString('latin1', 0, end));
		this.#body(all.subarray(end + 4));
	}

	#begin(head: string): void {
		this.#status = Number(head.slice(9, 12));
		this.#bytes = 0;
		this.#chunks = '';
		this.#reading = true;
		const empty = this.#status === 304 || this.#status === 204;
		const length = empty ? '0' : /\r\ncontent-length: *(\d+)/i.exec(head)?.[1];
		this.#left = length === undefined ? -1 : Number(length);
	}

	#body(data: Buffer): void {
		this.#bytes += data.length;
		if (this.#left < 0) {
			// The end of a chunked body is a chunk of length 0 at the very end of what arrived.
			this.#chunks = (this.#chunks + data.toString('latin1', Math.max(0, data.length - 7))).slice(-7);
			if (this.#chunks.endsWith('\r\n0\r\n\r\n') || this.#chunks === '0\r\n\r\n') this.#end();
			return;
		}
		this.#left -= data.length;
		if (this.#left <= 0) this.#end();
	}

	#end(): void {
		this.#reading = false;
		this.#left = 0;
		this.#told(this.#status, this.#bytes);
	}
}
