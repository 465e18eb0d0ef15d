import { test as base, type BrowserContext } from '@playwright/test';
import { fine } from './fine.ts';
import { startTown, type Town } from './server.ts';
import type { Who } from './people.ts';
import type { Place } from './seed.ts';

interface Journey {
	/** A town of one's own: whatever happens in it, no other journey notices. */
	town: Town;
	/** Which town it is: `test.use({ place: 'desk' })`. */
	place: Place;
	/** From here on this person sits in front of the browser; null: somebody without a card. */
	as: (who: Who | null) => Promise<void>;
	/** Is the page as every page must be? Phones look in the dark, desktops in the light; the sweep does the opposite. */
	fine: () => Promise<void>;
}

interface Shared {
	/** The workshop's town for all that only read. */
	sharedTown: Town;
	/** Another one for all that break things. */
	roughTown: Town;
}

const living = async (place: Place, use: (town: Town) => Promise<void>) => {
	const town = await startTown(place);
	await use(town);
	await town.close();
};

export const test = base.extend<Journey, Shared>({
	sharedTown: [async ({}, use) => living('workshop', use), { scope: 'worker' }],
	roughTown: [async ({}, use) => living('workshop', use), { scope: 'worker' }],
	place: ['town', { option: true }],
	town: async ({ place }, use) => living(place, use),
	baseURL: async ({ town }, use) => use(town.origin),
	fine: async ({ page, javaScriptEnabled, viewport }, use) => {
		const scheme = (viewport?.width ?? 0) < 800 ? 'dark' : 'light';
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
