import { randomUUID } from 'node:crypto';
import { pino } from 'pino';
import * as people from '#lib/people/people.server.ts';
import { TicksForm } from '#lib/priorities/priority.ts';
import * as priorities from '#lib/priorities/priorities.server.ts';
import { readConfig } from '#lib/server/config.ts';
import { makeCtx } from '#lib/server/ctx.ts';
import { transaction } from '#lib/server/db/transaction.ts';
import { openApp } from '#lib/server/openApp.ts';

const DAY = 24 * 60 * 60 * 1000;

/** Beside the running server of a town: eleven more people tick, then the phase has ended two days ago and is computed. */
const app = openApp(readConfig(process.env), pino({ level: 'silent' }));
const nobody = makeCtx(app, 'test');
const revision = (await priorities.tickPanel(nobody)).round?.revision;
for (let n = 0; n < 11; n++) {
	const id = randomUUID();
	const seat = { id, pseudonym: `Ahorn ${n}`, group: n < 6 ? 'affected' : 'practice', organisationId: null };
	await transaction(nobody, async ({ db }) => {
		await db
			.insertInto('persons')
			.values({ ...seat, createdAt: nobody.now })
			.execute();
	});
	const ticks = n < 6 ? ['1', '2', '4'] : ['2', '4', '5'];
	const person = await people.byId(nobody, id);
	await priorities.castTicks(makeCtx(app, 'test', person), TicksForm.parse({ revision, ticks }));
}
await transaction(nobody, async ({ db }) => {
	const endsAt = new Date(Date.now() - 2 * DAY).toISOString();
	await db.updateTable('phases').set({ endsAt }).where('slug', '=', 'draft').execute();
});
console.log(await priorities.computeResults(makeCtx(app, 'test')));
await app.close();
