import { expect, type Locator, type Page } from '@playwright/test';

/** What some work cost whoever did it. */
export interface Cost {
	keys: number;
	clicks: number;
	seconds: number;
}

/** Hands at work, which count how often they press a key and the mouse. Scripts are waited for; pages without one wait by themselves. */
export class Hands {
	readonly #page: Page;
	readonly #began = Date.now();
	#keys = 0;
	#clicks = 0;

	constructor(page: Page) {
		this.#page = page;
	}

	async #settle(): Promise<void> {
		await expect(this.#page.locator('main:not([aria-busy])')).toBeVisible();
	}

	async press(...keys: string[]): Promise<void> {
		for (const key of keys) {
			this.#keys += 1;
			await this.#page.keyboard.press(key);
			await this.#settle();
		}
	}

	/** Each sign is a key. */
	async type(text: string): Promise<void> {
		this.#keys += text.length;
		await this.#page.keyboard.type(text);
	}

	async click(what: Locator): Promise<void> {
		this.#clicks += 1;
		await what.click();
		await this.#settle();
	}

	/** Into a field that was clicked. */
	async fill(field: Locator, text: string): Promise<void> {
		this.#clicks += 1;
		this.#keys += text.length;
		await field.fill(text);
	}

	/** Does this, and another text is in hand. */
	async goingOn(work: () => Promise<void>): Promise<void> {
		const before = this.#page.url();
		await work();
		await expect.poll(() => this.#page.url()).not.toBe(before);
		await this.#settle();
	}

	get cost(): Cost {
		return { keys: this.#keys, clicks: this.#clicks, seconds: (Date.now() - this.#began) / 1000 };
	}
}

/** On the terminal, where whoever changes a page sees what it costs now. */
export function tell(work: string, scripted: boolean, { keys, clicks, seconds }: Cost): void {
	const way = scripted ? 'with a script' : 'without a script';
	console.log(`${work}, ${way}: ${keys} keys, ${clicks} clicks, ${seconds.toFixed(1)} s`);
}
