import { describe, expect, it } from 'vitest';
import type { Person } from '#lib/people/person.ts';
import { Stale } from '#lib/verdict.ts';
import { releaseCall } from '../../../tests/support/machine/released.ts';
import * as calls from './calls.server.ts';
import { head, item, revisionOf, whole, type Scene } from '../../../tests/support/calls.ts';

describe('what goes out', () => {
	const approve = async ({ testApp, number }: Scene, reader: Person) => {
		const ctx = testApp.as(reader);
		await calls.approve(ctx, number, calls.approvalState(await calls.inWorkshop(ctx, number)).digest);
	};

	it('takes two people with the role, whoever wrote it', async () => {
		const made = await whole();
		const { testApp, editor, publisher, number } = made;
		const revision = await revisionOf(made);
		const publish = (person: Person) => calls.publish(testApp.as(person), number, revision);
		await expect(publish(publisher)).rejects.toMatchObject({ reason: 'approvalMissing' });
		await approve(made, publisher);
		await expect(publish(publisher)).rejects.toMatchObject({ reason: 'approvalOwn' });
		const outsider = await testApp.person('none', { roles: ['editor', 'admin', 'moderator'] });
		await expect(publish(outsider)).rejects.toMatchObject({ reason: 'publisherOnly' });
		await publish(editor);
		expect((await calls.byNumber(testApp.as(null), number)).items).toHaveLength(2);
	});

	it.each(['a new item', 'another word', 'the order', 'another point', 'the deadline', 'an item less'] as const)(
		'an approval is undone by %s',
		async (change) => {
			const made = await whole();
			const { testApp, editor, publisher, number, version } = made;
			const ctx = testApp.as(editor);
			await calls.putItem(ctx, number, item(made, 'part', { title: 'Noch einer' }));
			await approve(made, publisher);
			const [first, second] = (await calls.inWorkshop(ctx, number)).items;
			const revision = await revisionOf(made);
			const points = version.points.map((point) => point.id);
			const same = item(made, 'part', { id: first?.id ?? '', title: first?.title ?? '', revision });
			const changes = {
				'a new item': () => calls.putItem(ctx, number, item(made, 'part')),
				'another word': () => calls.putItem(ctx, number, { ...same, body: 'So ist es nicht gemeint.' }),
				'the order': () => calls.moveItem(ctx, number, { item: second?.id ?? '', to: 0 }),
				'another point': () => calls.putItem(ctx, number, { ...same, points }),
				'the deadline': () => calls.changeHead(ctx, number, { ...head, revision, deadline: testApp.now }),
				'an item less': () => calls.removeItem(ctx, number, second?.id ?? '')
			};
			await changes[change]();
			const publish = calls.publish(ctx, number, await revisionOf(made));
			await expect(publish).rejects.toMatchObject({ reason: 'approvalMissing' });
			await expect(calls.publish(ctx, number, revision)).rejects.toThrow(Stale);
		}
	);

	it('waits on the overview of those whose turn it is, and of nobody else', async () => {
		const made = await whole();
		const { testApp, editor, publisher, number } = made;
		const turns = async () =>
			Promise.all([editor, publisher].map(async (who) => (await calls.waiting(testApp.as(who))).map((one) => one.for)));
		expect(await turns()).toEqual([[], []]);
		await calls.ask(testApp.as(editor), number);
		expect(await turns()).toEqual([['approval'], ['approval']]);
		await approve(made, publisher);
		expect(await turns()).toEqual([['publish'], []]);
		const writer = await testApp.person('none', { roles: ['editor'] });
		expect(await calls.waiting(testApp.as(writer))).toEqual([]);
		await releaseCall(testApp.as(publisher), testApp.as(editor), number);
		expect(await turns()).toEqual([[], []]);
	});

	it('pressed many times at once publishes once', async () => {
		const made = await whole();
		const { testApp, editor, publisher, number } = made;
		await approve(made, editor);
		const revision = await revisionOf(made);
		await Promise.all(Array.from({ length: 6 }, () => calls.publish(testApp.as(publisher), number, revision)));
		const told = await testApp.app.reader
			.selectFrom('journal')
			.where('verb', '=', 'call.published')
			.select('id')
			.execute();
		expect(told).toHaveLength(1);
	});
});
