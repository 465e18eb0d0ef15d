import { request, test as base, type APIRequestContext, type BrowserContext, type Page } from '@playwright/test';
import { fine } from './fine.ts';
import {
	startInstallation,
	startTown,
	startYouth,
	startYouthDemo,
	type Installation,
	type Town,
	type YouthTown
} from './server.ts';
import type { Actor, Who } from './people.ts';
import type { Place } from './seed.ts';
import type { YouthTeam } from './seed/seed.youth.ts';

interface Journey {
	/** A town of one's own: whatever happens in it, no other journey notices. */
	testApp: Town;
	/** Which town it is: `test.use({ place: 'desk' })`. */
	place: Place;
	/** From here on this person sits in front of the browser; null: somebody without a card. */
	as: (who: Who | null) => Promise<void>;
	/** Is the page as every page must be? Where scripting is on, axe looks at it, too: everything in the light, colours in the dark. */
	fine: () => Promise<void>;
}

interface Shared {
	/** The workshop's town for all that only read. */
	sharedTown: Town;
	/** Another one for all that break things. */
	roughTown: Town;
	/** The demonstration of another process. */
	sharedYouth: Installation;
	/** The phone of this person in the shared town, who has read nothing yet. */
	phoneOf: (who: Who | null) => Promise<Page>;
}

export const PHONE = { viewport: { width: 360, height: 740 }, hasTouch: true };
export const PLACE = { locale: 'de-DE', timezoneId: 'Europe/Berlin' };

const living = async (place: Place, use: (testApp: Town) => Promise<void>) => {
	const testApp = await startTown(place);
	await use(testApp);
	await testApp.close();
};

/** For what goes through all pages: towns and phones that serve one page after the other. */
export const sweep = base.extend<{ freshTown: () => Promise<Town> }, Shared>({
	freshTown: async ({}, use) => {
		const towns: Town[] = [];
		await use(async () => {
			const town = await startTown('workshop');
			towns.push(town);
			return town;
		});
		for (const town of towns) await town.close();
	},
	sharedTown: [async ({}, use) => living('workshop', use), { scope: 'worker' }],
	roughTown: [async ({}, use) => living('workshop', use), { scope: 'worker' }],
	sharedYouth: [
		async ({}, use) => {
			const youth = await startYouthDemo();
			await use(youth);
			await youth.close();
		},
		{ scope: 'worker' }
	],
	phoneOf: [
		async ({ browser, sharedTown }, use) => {
			const phones = new Map<Who | null, Promise<Page>>();
			const open = async (who: Who | null) => {
				const context = await browser.newContext({ ...PHONE, ...PLACE });
				if (who) await enter(context, sharedTown, who);
				return context.newPage();
			};
			await use((who) => {
				const phone = phones.get(who) ?? open(who);
				phones.set(who, phone);
				return phone;
			});
			for (const phone of phones.values()) await (await phone).context().close();
		},
		{ scope: 'worker' }
	]
});

/** For what begins with nothing. */
export const beginning = base.extend<{ installation: Installation } & Pick<Journey, 'fine'>>({
	installation: async ({}, use) => {
		const installation = await startInstallation();
		await use(installation);
		await installation.close();
	},
	baseURL: async ({ installation }, use) => use(installation.origin),
	fine: async ({ page, javaScriptEnabled }, use) =>
		use(() => fine(page, javaScriptEnabled === false ? [] : ['light', 'dark']))
});

interface Youth extends Pick<Journey, 'fine'> {
	/** A youth strategy with two groups that has just begun. */
	youthTown: YouthTown;
	as: (who: YouthTeam | null) => Promise<void>;
}

/** For what happens in another process than that of the town. */
export const youth = base.extend<Youth>({
	youthTown: async ({}, use) => {
		const youthTown = await startYouth();
		await use(youthTown);
		await youthTown.close();
	},
	baseURL: async ({ youthTown }, use) => use(youthTown.origin),
	fine: async ({ page, javaScriptEnabled }, use) =>
		use(() => fine(page, javaScriptEnabled === false ? [] : ['light', 'dark'])),
	as: async ({ youthTown, context }, use) =>
		use(async (who) => {
			await context.clearCookies();
			if (who) await context.addCookies([cookieFor(youthTown.origin, youthTown.facts.team[who])]);
		})
});

export const test = base.extend<Journey>({
	place: ['town', { option: true }],
	testApp: async ({ place }, use) => living(place, use),
	baseURL: async ({ testApp }, use) => use(testApp.origin),
	fine: async ({ page, javaScriptEnabled }, use) =>
		use(() => fine(page, javaScriptEnabled === false ? [] : ['light', 'dark'])),
	as: async ({ testApp, context }, use) =>
		use(async (who) => {
			await context.clearCookies();
			if (who) await enter(context, testApp, who);
		})
});

/** Signs in without the page for it, which has a journey of its own. */
export async function enter(context: BrowserContext, testApp: Town, who: Who): Promise<void> {
	await context.addCookies([cookieOf(testApp.cast[who], testApp)]);
}

/** Asks as this person does, without a browser. */
export function asking(testApp: Town, who: Who | null): Promise<APIRequestContext> {
	return askingWith(testApp.origin, who ? testApp.cast[who].cookie : null);
}

/** The same with a session of anybody. */
export function askingWith(origin: string, cookie: Actor['cookie'] | null): Promise<APIRequestContext> {
	const cookies = cookie ? [cookieFor(origin, cookie)] : [];
	return request.newContext({ storageState: { cookies, origins: [] } });
}

const cookieOf = ({ cookie }: Actor, { origin }: Town) => cookieFor(origin, cookie);

function cookieFor(origin: string, cookie: Actor['cookie']) {
	const rest = { domain: new URL(origin).hostname, path: '/', expires: -1, httpOnly: true, secure: false };
	return { ...cookie, ...rest, sameSite: 'Lax' as const };
}
