import { readFileSync } from 'node:fs';

/**
 * Loaded before anything else into the server and its worker: the time of day is off by as many milliseconds as stand
 * in the file FAULTS_CLOCK, the monotonic clock is not. Just as when somebody sets the clock of the machine.
 */
const SystemDate = Date;
let offset = 0;
const look = () => {
	try {
		offset = Number(readFileSync(process.env.FAULTS_CLOCK ?? '', 'utf8')) || 0;
	} catch {
		// It is being written just now.
	}
};
look();
setInterval(look, 50).unref();

globalThis.Date = new Proxy(SystemDate, {
	construct: (Target, given, made) =>
		Reflect.construct(Target, given.length > 0 ? given : [Target.now() + offset], made),
	get: (Target, name) => (name === 'now' ? () => Target.now() + offset : Reflect.get(Target, name))
});
