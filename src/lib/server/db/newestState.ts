import type { App, Db } from '../app.ts';
import { revision } from '../revision.ts';

/** Where it is asked: outside of a transaction, or within one that may have changed it. */
interface Asking {
	app: App;
	db: Db;
}

export interface NewestState<T> {
	/** 0: nobody has written any. */
	number: number;
	value: T;
}

/**
 * The newest state of what is kept as rows with rising numbers, asked as often as one likes: the number is looked up only
 * after something has been written, and the state is read only when it is another one.
 */
export function newestState<T>(
	newestNumber: (db: Db) => Promise<number>,
	read: (db: Db, number: number) => Promise<T>
): (asking: Asking) => Promise<NewestState<T>> {
	const held = new WeakMap<App, NewestState<T> & { at: number }>();
	return async ({ app, db }) => {
		const known = held.get(app);
		const at = revision();
		// Within a transaction it may be this very one that has changed it.
		if (known?.at === at && !db.isTransaction) return known;
		const reader = db.isTransaction ? db : app.reader;
		const number = await newestNumber(reader);
		const now = { at, number, value: known?.number === number ? known.value : await read(reader, number) };
		if (!db.isTransaction) held.set(app, now);
		return now;
	};
}
