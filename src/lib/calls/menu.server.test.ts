import { expect, it } from 'vitest';
import * as profile from '#lib/profile/profile.server.ts';
import { lookState, LookForm } from '#lib/profile/forms.ts';
import { newId } from '#lib/server/ids.ts';
import { transaction } from '#lib/server/db/transaction.ts';
import { mainMenu } from '#lib/ui/layout/menu.ts';
import { head, revisionOf, whole, type Scene } from '../../../tests/support/calls.ts';
import { releaseCall } from '../../../tests/support/machine/released.ts';
import * as calls from './calls.server.ts';

async function saying(word: string, { testApp }: Scene): Promise<void> {
	const admin = testApp.as(await testApp.person('none', { roles: ['admin'] }));
	const { number, profile: now } = await profile.state(admin);
	await profile.changeLook(admin, LookForm.parse({ ...lookState(now), calls: word, revision: String(number) }));
}

const menu = async ({ testApp }: Scene) =>
	mainMenu({ priorities: false, calls: await calls.belongInMenu(testApp.as(null)) }).map(({ href }) => href);

it('the menu leads to calls once there is one, and stays there when it is withdrawn', async () => {
	const made = await whole();
	const { testApp, publisher, number } = made;
	await saying('whenThere', made);
	const without = await menu(made);
	// What is being written is nobody's business.
	expect(without).not.toContain('/aufrufe');
	await calls.begin(testApp.as(made.editor), { id: newId(), version: 1, ...head });
	expect(await menu(made)).toEqual(without);
	expect(await revisionOf(made)).toBeGreaterThan(0);
	const second = await testApp.person('none', { roles: ['publisher'] });
	await releaseCall(testApp.as(second), testApp.as(publisher), number);
	expect(await menu(made)).toEqual([...without.slice(0, -2), '/aufrufe', ...without.slice(-2)]);
	await transaction(testApp.as(null), (ctx) => calls.withdrawCall(ctx, number, ctx.now, null));
	expect(await menu(made)).toContain('/aufrufe');
});

it('and before that where the profile says that one comes', async () => {
	const made = await whole();
	await saying('whenThere', made);
	expect(await menu(made)).not.toContain('/aufrufe');
	await saying('announced', made);
	expect(await menu(made)).toContain('/aufrufe');
});

it('shows priorities behind the results only where they are asked', () => {
	const hrefs = (priorities: boolean) => mainMenu({ priorities, calls: true }).map(({ href }) => href);
	expect(hrefs(false)).not.toContain('/vorrang');
	expect(hrefs(true).indexOf('/vorrang')).toBe(hrefs(true).indexOf('/ergebnisse') + 1);
});
