/** What a page gets back of a form that was not taken, as far as hidden fields need it. */
interface Sent {
	values: Readonly<Record<string, unknown>>;
	action: string;
	current: { marks: Readonly<Record<string, string>> } | null;
}

const isRecord = (value: unknown): value is Record<string, unknown> => typeof value === 'object' && value !== null;

function isSent(form: unknown): form is Sent {
	return isRecord(form) && isRecord(form.values) && typeof form.action === 'string' && 'current' in form;
}

/**
 * What the hidden field of this name holds. A form that comes back was filled from the state of then, whatever was wrong
 * with it: its mark stays, or sending it again would overwrite what was never seen. Only when both texts were shown, it is
 * sent for what stands there now.
 */
export function markFor(
	form: unknown,
	{ actions, name, of }: { actions: readonly string[]; name: string; of?: string | undefined },
	fresh: string
): string {
	if (!isSent(form) || !actions.includes(form.action)) return fresh;
	const sent = [form.values[name] ?? []].flat();
	const mine = sent.find((mark) => typeof mark === 'string' && (of === undefined || mark.startsWith(`${of}:`)));
	return form.current?.marks[of === undefined ? name : `${name} ${of}`] ?? (typeof mine === 'string' ? mine : fresh);
}
