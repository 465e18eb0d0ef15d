import { readFileSync } from 'node:fs';

/**
 * Loaded before anything else into the server and its worker: the time of day is off by as many milliseconds as stand
 * in the file FAULTS_CLOCK, the monotonic clock is not. Just as when somebody sets the clock of the machine.
 */
let offset = 0;
function look(): void {
	try {
		offset = Number(readFileSync(process.env.FAULTS_CLOCK ?? '', 'utf8')) || 0;
	} catch {
		// It is being written just now.
	}
}
look();
setInterval(look, 50).unref();

const SystemDate = Date;
globalThis.Date = new Proxy(SystemDate, {
	construct: (date, given: ConstructorParameters<typeof Date>, target) =>
		Reflect.construct(date, given.length > 0 ? given : [date.now() + offset], target),
	apply: () => new SystemDate(SystemDate.now() + offset).toString(),
	get: (date, name) => (name === 'now' ? () => date.now() + offset : Reflect.get(date, name, date))
});
