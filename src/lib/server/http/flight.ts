import type { IncomingMessage } from 'node:http';
import type { Page } from './page.ts';

/**
 * A public page on its way through SvelteKit. The server outside starts the flight, the hooks inside land it: with a
 * page for everybody, or with none. Others who want the same page wait for the landing instead of rendering it again.
 */
export interface Flight {
	land(page: Page | null): void;
	landed: Promise<void>;
}

declare global {
	// The built application and the server around it load this module separately, so the list lives here.
	var teilhabeFlights: WeakMap<IncomingMessage, Flight> | undefined;
}

const flights = (globalThis.teilhabeFlights ??= new WeakMap());

export function takeOff(request: IncomingMessage, keep: (page: Page) => void): Flight {
	let done = () => {};
	const landed = new Promise<void>((resolve) => (done = resolve));
	const flight: Flight = {
		landed,
		land(page) {
			if (page) keep(page);
			done();
		}
	};
	flights.set(request, flight);
	return flight;
}

/** The flight of this request, if its answer could be for everybody. */
export function flightOf(request: IncomingMessage | undefined): Flight | undefined {
	return request && flights.get(request);
}
