import { readConfig } from '#lib/server/config.ts';
import { migrate } from '#lib/server/db/migrations/migrate.ts';
import { openDatabase } from '#lib/server/db/connections/open.ts';
import { reportOperatorError } from './process/reportOperatorError.ts';

/** `npm run migrate`: brings the database up to date and says what it did. */
await reportOperatorError(async () => {
	const database = openDatabase(readConfig(process.env).database);
	try {
		const names = await migrate(database, 'migrations', (sentence) => console.error(sentence));
		console.log(names.length > 0 ? names.join('\n') : 'The database is up to date.');
	} finally {
		await database.close();
	}
});
