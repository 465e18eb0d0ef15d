import { existsSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { stateOfDesk, walkPaths } from '../../../tests/support/desk-state.ts';
import { into, named, openDesk } from '../../../tests/support/desk.ts';
import { makeEditor } from '../../../tests/support/strategy.ts';
import * as imports from '../import/import.server.ts';
import { readRows } from '../import/row.ts';
import { readSheet } from '../import/sheet.ts';
import { newId } from '../server/ids.ts';
import * as strategy from '../strategy/strategy.server.ts';
import * as distillation from './distillation.server.ts';

const REAL = '../shared/data/contributions';
const SUBJECTS = 24;
const AT_ONCE = 25;

// Real contributions of residents, not part of the project: without them there is nothing to try.
describe.skipIf(!existsSync(REAL))('796 real contributions (skipped where ../shared/data is absent)', () => {
	it('go over the desk, and no byte of any of them changes', { timeout: 120_000 }, async () => {
		const desk = await openDesk([]);
		const { town } = desk;
		const ctx = town.as(desk.moderator);
		const here = town.consultationId;
		const bodies = new Map<string, string>();
		for (const name of ['moers', 'krefeld']) {
			const { rows } = readRows(readSheet(readFileSync(`${REAL}/${name}.csv`)));
			for (const row of rows) bodies.set(`${row.title}\n${row.text}`, row.text);
			const [fieldId] = town.fieldIds;
			const where = { consultationId: here, fieldId, kind: 'experience', origin: name, attribution: 'Dialog' } as const;
			await imports.takeOver(town.as(null), where, rows);
		}
		const before = await town.house.reader.selectFrom('proposals').selectAll().orderBy('number').execute();
		expect(before).toHaveLength(796);
		await distillation.takeIn(ctx);

		// Every seventh is cut in two concerns, the others go as a whole, a handful at a time.
		const clusters: number[] = [];
		for (let subject = 0; subject < SUBJECTS; subject++) {
			const form = { id: newId(), title: `Anliegen ${subject}` };
			clusters.push((await distillation.open(ctx, here, form)) ?? 0);
		}
		const numbers = before.map((row) => row.number ?? 0);
		for (const number of numbers.filter((one) => one % 7 === 0)) {
			await desk.cut(number, [0], into(clusters[number % SUBJECTS] ?? 1));
			await desk.cut(number, [1, 2, 3], into(clusters[(number + 5) % SUBJECTS] ?? 1)).catch(() => null);
		}
		const whole = numbers.filter((one) => one % 7 !== 0);
		for (let from = 0; from < whole.length; from += AT_ONCE) {
			await desk.put(whole.slice(from, from + AT_ONCE), into(clusters[from % SUBJECTS] ?? 1));
		}
		const counts = await distillation.counts(ctx, here);
		expect(counts.reduce((sum, one) => sum + one.open, 0)).toBe(0);

		// Merged, split, taken back, and led to points of a draft.
		const [one = 1, two = 2, three = 3] = clusters;
		const state = await stateOfDesk(town);
		await distillation.merge(ctx, here, { ...(await desk.marks(one)), into: two });
		const members = await distillation.membersOf(ctx, (await desk.marks(two)).cluster);
		const items = members.slice(0, 30).map((member) => member.itemId);
		await distillation.split(ctx, here, { ...(await desk.marks(two)), items, ...named('Abgetrennt') });
		const { deeds } = await distillation.log(ctx, { consultationId: here });
		for (const kind of ['split', 'merged']) {
			const deed = deeds.find((done) => done.kind === kind)?.id ?? '';
			await distillation.undo(ctx, { id: newId(), deed });
		}
		expect(await stateOfDesk(town)).toEqual(state);
		const editor = await makeEditor(town);
		await editor.start();
		for (const cluster of [two, three]) {
			const { id, revision } = await distillation.cluster(ctx, here, cluster);
			const marks = await editor.marks();
			const form = { ...marks, id: newId(), cluster: id, state: revision, target: 'new', field: 'wohnen' } as const;
			await strategy.lead(editor.ctx, form);
			const inside = new Set((await distillation.membersOf(ctx, id)).map((member) => member.proposalId));
			const point = (await editor.draft()).points.at(-1);
			expect(new Set(point?.sources.map((source) => source.proposalId))).toEqual(inside);
			expect((await distillation.clustersOf(ctx, point?.pointId ?? '')).map((lead) => lead.number)).toEqual([cluster]);
		}

		expect(await walkPaths(town, desk.moderator)).toBeGreaterThan(796);
		await stateOfDesk(town);
		const after = await town.house.reader.selectFrom('proposals').selectAll().orderBy('number').execute();
		expect(after).toEqual(before);
		for (const { title, body } of after)
			expect(Buffer.from(body)).toEqual(Buffer.from(bodies.get(`${title}\n${body}`) ?? ''));
	});
});
