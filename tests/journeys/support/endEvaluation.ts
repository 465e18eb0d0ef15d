import { pino } from 'pino';
import { SheetForm } from '#lib/evaluations/evaluation.ts';
import * as evaluations from '#lib/evaluations/evaluations.server.ts';
import * as people from '#lib/people/people.server.ts';
import { readConfig } from '#lib/server/config.ts';
import { makeCtx } from '#lib/server/ctx.ts';
import { newId } from '#lib/server/ids.ts';
import { openApp } from '#lib/server/openApp.ts';
import { transaction } from '#lib/server/db/transaction.ts';

const DAY = 24 * 60 * 60 * 1000;

/** Beside the running server of a town: eleven sheets of paper are typed in, then nobody is asked any more. */
const app = openApp(readConfig(process.env), pino({ level: 'silent' }));
const nobody = makeCtx(app, 'test');
const role = await app.reader.selectFrom('roles').select('personId').where('role', '=', 'helper').executeTakeFirst();
const helper = makeCtx(app, 'test', await people.byId(nobody, role?.personId ?? ''));
for (let n = 0; n < 11; n++) {
	const word = n < 5 ? 'yes' : 'no';
	const said = { informed: 'yes', heard: word, fair: word, easy: 'yes', again: word };
	await evaluations.recordSheet(helper, SheetForm.parse({ id: newId(), phase: 'auftakt', group: 'affected', ...said }));
}
await transaction(nobody, async ({ db }) => {
	const endsAt = new Date(Date.now() - 40 * DAY).toISOString();
	const beginsAt = new Date(Date.now() - 50 * DAY).toISOString();
	await db.updateTable('phases').set({ beginsAt, endsAt }).where('slug', '=', 'auftakt').execute();
});
await evaluations.turn(makeCtx(app, 'test'));
await app.close();
