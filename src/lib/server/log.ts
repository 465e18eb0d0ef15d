import { pino, type DestinationStream, type Logger } from 'pino';

/** Log lines carry a request id, a route pattern and a duration; never an address, a cookie, an id of a person or a text. */
export function openLog(level: string, to?: DestinationStream): Logger {
	const options = { level, base: null, timestamp: pino.stdTimeFunctions.isoTime, serializers: { err: told } };
	return to ? pino(options, to) : pino(options);
}

/** PostgreSQL puts whole rows beside its errors (`detail`, `where`) and mail servers addresses: none of that is told. */
function told(problem: unknown): Record<string, unknown> {
	if (!(problem instanceof Error)) return { type: typeof problem };
	const { name, message, stack } = problem;
	const code = 'code' in problem ? problem.code : undefined;
	return { type: name, message, code, stack, ...(problem.cause ? { cause: told(problem.cause) } : {}) };
}
