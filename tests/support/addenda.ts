import * as calls from '#lib/calls/calls.server.ts';
import { digestOf } from '#lib/canonical.ts';
import type { Thing } from '#lib/corrections/addendum.ts';
import * as corrections from '#lib/corrections/corrections.server.ts';
import type { Person } from '#lib/people/person.ts';
import { newId } from '#lib/server/ids.ts';
import * as strategy from '#lib/strategy/strategy.server.ts';
import * as votes from '#lib/votes/votes.server.ts';
import { releaseReport } from './machine/released.ts';
import { twoVersions, type Editor } from './strategy/strategy.ts';
import { makeTestApp, type TestApp } from './machine/testApp.ts';

/** Two versions with votes on a point, a call and a report that rest on them, and two people who may publish. */
export interface Town {
	testApp: TestApp;
	anna: Person;
	berta: Person;
	editor: Editor;
}

export const VERSION: Thing = { kind: 'version', number: 2 };
export const CALL: Thing = { kind: 'call', number: 1 };
export const REPORT: Thing = { kind: 'report', number: 1 };

/** The name that has no business there. */
export const NAME = 'Erika Mustermann';

export async function published(): Promise<Town> {
	const testApp = await makeTestApp();
	const editor = await twoVersions(testApp);
	const anna = await testApp.person('none', { roles: ['publisher', 'editor'] });
	const berta = await testApp.person('none', { roles: ['publisher'] });
	for (const choice of ['agree', 'agree', 'disagree'] as const)
		await votes.castVote(testApp.as(await testApp.person()), 1, choice);
	const town = { testApp, anna, berta, editor };
	await publishCall(town, `Aufruf nach ${NAME}s Idee`);
	const form = { id: newId(), title: 'Erster Bericht', foreword: 'An den Auschuss und an Erika\n**Mustermann**.' };
	await releaseReport(testApp.as(berta), testApp.as(anna), testApp.consultationId, form);
	return town;
}

export async function publishCall({ testApp, anna, berta }: Town, intro: string): Promise<number> {
	const ctx = testApp.as(anna);
	const version = await strategy.version(ctx, 2);
	const points = version.points.slice(0, 1).map((point) => point.pointId);
	const number = await calls.begin(ctx, { id: newId(), version: 2, title: 'Projektaufruf', intro, deadline: null });
	for (const kind of ['part', 'criterion'] as const)
		await calls.putItem(ctx, number, {
			id: newId(),
			revision: 1,
			kind,
			title: kind,
			body: 'So ist es gemeint.',
			points
		});
	const { digest } = calls.approvalState(await calls.inWorkshop(ctx, number));
	await calls.approve(testApp.as(berta), number, digest);
	await calls.publish(ctx, number, (await calls.inWorkshop(ctx, number)).revision);
	return number;
}

/** What Anna has proposed, Berta approves, and Anna lets out. Returns its number. */
export async function letOut({ testApp, anna, berta }: Town, id: string): Promise<number> {
	const draft = await corrections.draft(testApp.as(berta), id);
	const { digest } = await corrections.approvalState(testApp.as(berta), draft);
	await corrections.approve(testApp.as(berta), id, { state: digest, same: 'yes' });
	return corrections.publish(testApp.as(anna), id);
}

export async function correct(town: Town, thing: Thing, place: string, text: string): Promise<string> {
	const ctx = town.testApp.as(town.anna);
	const { passages } = await corrections.published(ctx, thing);
	const old = passages.find(({ key }) => key === place)?.text ?? '';
	const form = {
		...thing,
		id: newId(),
		place,
		seen: digestOf(old),
		text,
		reason: 'Ein Schreibfehler.',
		same: 'yes'
	} as const;
	return corrections.proposeCorrection(ctx, form);
}

export async function remove(town: Town, passages: string[], days: '30' | '0' = '30'): Promise<string> {
	const form = { ...CALL, id: newId(), passages, reason: 'Zum Schutz einer Person.', days, order: '' };
	return corrections.proposeRemoval(town.testApp.as(town.anna), form);
}

export const flaws = async ({ testApp }: Town) => (await corrections.verify(testApp.as(null))).filter(({ ok }) => !ok);

/** Corrected twice, with words removed, and a call withdrawn. */
export async function corrected(): Promise<Town> {
	const here = await published();
	await letOut(here, await correct(here, VERSION, 'point.1.body', `Das Land und ${NAME}.`));
	await letOut(here, await correct(here, VERSION, 'point.1.title', 'Wohnungen zuerst!'));
	await letOut(here, await remove(here, [NAME]));
	const form = { id: newId(), kind: 'call', number: 1, reason: 'Falsch.', successor: '' } as const;
	await letOut(here, await corrections.proposeWithdrawal(here.testApp.as(here.anna), form));
	return here;
}
