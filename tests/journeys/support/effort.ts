import type { Locator, Page } from '@playwright/test';

/** What a walk costs whoever takes it. */
export interface Effort {
	/** Everything pressed: links, buttons, boxes, fields before something is typed into them; a choice from a list is two. */
	presses: number;
	/** Signs typed. */
	signs: number;
	/** Pages that had to come. */
	pages: number;
	/** From the first press to the last page, without a moment of reading or thinking. */
	seconds: number;
}

/** Whoever takes the walk: everything they do is counted. */
export class Hand {
	#presses = 0;
	#signs = 0;

	async press(what: Locator): Promise<void> {
		this.#presses += 1;
		await what.click();
	}

	async type(field: Locator, text: string): Promise<void> {
		this.#presses += 1;
		this.#signs += text.length;
		await field.fill(text);
	}

	async choose(list: Locator, option: string | { label: string }): Promise<void> {
		this.#presses += 2;
		await list.selectOption(option);
	}

	get counted() {
		return { presses: this.#presses, signs: this.#signs };
	}
}

/** Takes the walk, prints what it cost and returns it. */
export async function effortOf(page: Page, name: string, walk: (hand: Hand) => Promise<void>): Promise<Effort> {
	const hand = new Hand();
	let pages = 0;
	const arrived = () => (pages += 1);
	page.on('domcontentloaded', arrived);
	const began = performance.now();
	await walk(hand);
	const seconds = Math.round((performance.now() - began) / 100) / 10;
	page.off('domcontentloaded', arrived);
	const effort = { ...hand.counted, pages, seconds };
	console.log(
		`${name}: ${effort.presses} presses, ${effort.signs} signs typed, ${effort.pages} pages, ${effort.seconds} s`
	);
	return effort;
}
