import { describe, expect, it } from 'vitest';
import { newId } from '#lib/server/ids.ts';
import { found, Stale } from '#lib/verdict.ts';
import { putProposal, putVersion } from '../../../../tests/support/editions/published.ts';
import { makeTestApp } from '../../../../tests/support/machine/testApp.ts';
import * as reports from '../reports.server.ts';

const text = () => ({ id: newId(), title: 'Erster Bericht', foreword: 'An den **Ausschuss**.' });

describe('a draft', () => {
	async function drafted() {
		const testApp = await makeTestApp();
		const publisher = await testApp.person('none', { roles: ['publisher'] });
		await putVersion(testApp, { number: 1, titles: ['Mehr Beratung', 'Weniger Formulare'] });
		const second = await testApp.person('none', { roles: ['publisher', 'editor'] });
		const at = testApp.consultationId;
		await reports.begin(testApp.as(publisher), at, text());
		const now = async () => found(await reports.draftOf(testApp.as(publisher), at), 'draft');
		const approve = async () =>
			reports.approve(testApp.as(second), at, (await reports.approvalState(testApp.as(second), await now())).digest);
		const publish = async (who = publisher) => reports.publish(testApp.as(who), at, await now());
		return { testApp, publisher, second, at, now, approve, publish };
	}

	it('goes out as it was approved, whatever has been counted since', async () => {
		const { testApp, approve, publish, now } = await drafted();
		await approve();
		const { figures } = await now();
		testApp.at('2027-05-11T14:00:00.000Z');
		await putProposal(testApp, await testApp.person('research'), 'Später');
		expect(await reports.isUpToDate(testApp.as(null), await now())).toBe(false);
		const number = await publish();
		const report = await reports.byNumber(testApp.as(null), number);
		expect(report.figures).toEqual(figures);
		expect(report.publishedAt).toBe('2027-05-11T14:00:00.000Z');
		expect(report.figures.participation.research?.contributions).toBe(0);
	});

	it('needs a second person for exactly its words and figures', async () => {
		const { testApp, second, at, now, approve, publish } = await drafted();
		await expect(publish()).rejects.toMatchObject({ reason: 'approvalMissing' });
		await approve();
		await expect(publish(second)).rejects.toMatchObject({ reason: 'approvalOwn' });
		await reports.change(testApp.as(second), at, { ...(await now()), foreword: 'Anders.' });
		await expect(publish()).rejects.toMatchObject({ reason: 'approvalMissing' });
		await approve();
		await putProposal(testApp, await testApp.person('research'), 'Später');
		await reports.recount(testApp.as(second), at, (await now()).revision);
		await expect(publish()).rejects.toMatchObject({ reason: 'approvalMissing' });
		await approve();
		await publish();
	});

	it('keeps what a colleague wrote meanwhile, and is published only as it was read', async () => {
		const { testApp, second, publisher, at, now, approve } = await drafted();
		const before = await now();
		await reports.change(testApp.as(second), at, { ...before, title: 'Neuer Titel' });
		const late = { ...before, title: 'Anderer Titel' };
		await expect(reports.change(testApp.as(publisher), at, late)).rejects.toThrow(Stale);
		await approve();
		await expect(reports.publish(testApp.as(publisher), at, before)).rejects.toThrow(Stale);
		expect((await now()).title).toBe('Neuer Titel');
	});

	it('begun twice with the same form is one; another one waits until it is out or gone', async () => {
		const { testApp, at, now, publisher } = await drafted();
		const { id, title, foreword, revision } = await now();
		await Promise.all([1, 2, 3].map(() => reports.begin(testApp.as(publisher), at, { id, title, foreword })));
		const other = reports.begin(testApp.as(publisher), at, text());
		await expect(other).rejects.toMatchObject({ reason: 'reportDraftExists' });
		await reports.discard(testApp.as(publisher), at, revision);
		await reports.begin(testApp.as(publisher), at, text());
		expect((await now()).id).not.toBe(id);
	});

	it('waits on the overview of those whose turn it is', async () => {
		const { testApp, second, publisher, at, approve } = await drafted();
		const turns = async () =>
			Promise.all(
				[publisher, second].map(async (who) => (await reports.waiting(testApp.as(who), at)).map((one) => one.for))
			);
		expect(await turns()).toEqual([[], []]);
		await reports.ask(testApp.as(publisher), at);
		expect(await turns()).toEqual([['approval'], ['approval']]);
		await approve();
		expect(await turns()).toEqual([['publish'], []]);
	});
});
