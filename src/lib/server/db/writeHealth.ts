import type { App } from '../app.ts';
import { databaseErrorOf, type DatabaseError } from './databaseErrors.ts';

const CAUSES: Readonly<Record<DatabaseError, string>> = {
	away: 'the database does not answer',
	full: 'the disk of the database is full',
	busy: 'the database is kept busy by somebody else',
	broken: 'the database or its disk is damaged or can only be read'
};

export function noteWritten(app: Omit<App, 'limits'>): void {
	noteWriting(app, null);
}

export function noteFailure(app: Omit<App, 'limits'>, error: unknown): void {
	const trouble = databaseErrorOf(error);
	if (trouble === 'full') app.health.fullAt = performance.now();
	if (trouble) noteWriting(app, trouble, error);
}

/** Told to the log when it begins and when it is over, not at every vote that is refused meanwhile. */
function noteWriting(app: Omit<App, 'limits'>, trouble: DatabaseError | null, error?: unknown): void {
	const before = app.health.writing;
	app.health.writing = trouble;
	if (trouble === before) return;
	if (trouble === null) app.log.info('the database takes what is written again');
	else app.log.error({ trouble, err: error }, CAUSES[trouble]);
}

export function causeOf(trouble: DatabaseError): string {
	return CAUSES[trouble];
}
