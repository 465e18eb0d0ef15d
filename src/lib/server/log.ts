import { pino, type DestinationStream, type Logger } from 'pino';

/** Log lines carry a request id, a route pattern and a duration; never an address, a cookie, an id of a person or a text. */
export function openLog(level: string, to?: DestinationStream): Logger {
	const options = { level, base: null, timestamp: pino.stdTimeFunctions.isoTime, serializers: { err: told } };
	return pino(options, to ?? output());
}

/** As many bytes may wait for a reader who has stopped reading. */
const MOST_WAITING = 1_000_000;

/**
 * Standard output that never makes anybody wait: a reader who stopped reading, a full disk or a closed pipe costs lines
 * of the log and nothing else. What was lost is counted and said when there is room again.
 */
function output(): DestinationStream {
	let lost = 0;
	heedOutput(() => lost++);
	return {
		write(line) {
			if (process.stdout.writableLength > MOST_WAITING) {
				lost++;
				return;
			}
			const missing = lost;
			lost = 0;
			if (missing > 0) process.stdout.write(lossLine(missing));
			process.stdout.write(line);
		}
	};
}

function lossLine(lost: number): string {
	return `${JSON.stringify({ level: 40, time: new Date().toISOString(), msg: `${lost} lines of this log were lost` })}\n`;
}

const heeding = new Set<() => void>();

/** Without somebody who listens, what cannot be written would end the process. */
function heedOutput(onLoss: () => void): void {
	if (heeding.size === 0) {
		process.stdout.on('error', () => {
			for (const heed of heeding) heed();
		});
		process.stderr.on('error', () => undefined);
	}
	heeding.add(onLoss);
}

/** PostgreSQL puts whole rows beside its errors (`detail`, `where`) and mail servers addresses: none of that is told. */
function told(problem: unknown): Record<string, unknown> {
	if (!(problem instanceof Error)) return { type: typeof problem };
	const { name, message, stack } = problem;
	const code = 'code' in problem ? problem.code : undefined;
	return { type: name, message, code, stack, ...(problem.cause ? { cause: told(problem.cause) } : {}) };
}
