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

globalThis.Date = class extends SystemDate {
	constructor(...given) {
		if (given.length > 0) super(...given);
		else super(SystemDate.now() + offset);
	}
	static now() {
		return SystemDate.now() + offset;
	}
};
