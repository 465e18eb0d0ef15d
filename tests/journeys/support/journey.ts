import { test as base, type BrowserContext } from '@playwright/test';
import { fine } from './fine.ts';
import { startTown, type Town } from './server.ts';
import type { Who } from './people.ts';

interface Journey {
	/** A town of one's own: whatever happens in it, no other journey notices. */
	town: Town;
	/** From here on this person sits in front of the browser; null: somebody without a card. */
	as: (who: Who | null) => Promise<void>;
	/** Is the page as every page must be? Phones look in the light, desktops in the dark; the sweep does both. */
	fine: () => Promise<void>;
}

interface Shared {
	/** One town for all that only read. */
	sharedTown: Town;
}

const seeded = () => process.env.JOURNEY_TOWN ?? '';

export const test = base.extend<Journey, Shared>({
	sharedTown: [
		async ({}, use) => {
			const town = await startTown(seeded());
			await use(town);
			await town.close();
		},
		{ scope: 'worker' }
	],
	town: async ({}, use) => {
		const town = await startTown(seeded());
		await use(town);
		await town.close();
		const faults = town
			.log()
			.split('\n')
			.filter((line) => /"level":(50|60)/.test(line));
		if (faults.length > 0) throw new Error(`The server logged faults:\n${faults.join('\n')}`);
	},
	baseURL: async ({ town }, use) => use(town.origin),
	fine: async ({ page, javaScriptEnabled, viewport }, use) => {
		const scheme = (viewport?.width ?? 0) < 800 ? 'light' : 'dark';
		await use(() => fine(page, javaScriptEnabled === false ? [] : [scheme]));
	},
	as: async ({ town, context }, use) =>
		use(async (who) => {
			await context.clearCookies();
			if (who) await enter(context, town, who);
		})
});

/** Signs in without the page for it, which has a journey of its own. */
export async function enter(context: BrowserContext, town: Town, who: Who): Promise<void> {
	await context.addCookies([{ ...town.cast[who].cookie, url: town.origin }]);
}

export { expect } from '@playwright/test';
