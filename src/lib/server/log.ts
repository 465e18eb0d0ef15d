import { pino, type Logger } from 'pino';

/** Log lines carry a request id, a route pattern and a duration; never an address, a cookie, an id of a person or a text. */
export function openLog(level: string): Logger {
	return pino({ level, base: null, timestamp: pino.stdTimeFunctions.isoTime });
}
