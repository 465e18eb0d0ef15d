const SAFE = new Set(['GET', 'HEAD', 'OPTIONS']);

/**
 * Does this request come from one of our own pages? Because of `Referrer-Policy: no-referrer` a plain form post says
 * `Origin: null`, so `Sec-Fetch-Site` decides (Chrome 76, Firefox 90, Safari 16.4). Older browsers are covered by the
 * session cookie's `SameSite=Lax`, and by `Origin` where they send it.
 */
export function comesFromUs(request: Request, ours: string): boolean {
	if (SAFE.has(request.method)) return true;
	const site = request.headers.get('sec-fetch-site');
	if (site !== null) return site === 'same-origin' || site === 'none';
	const origin = request.headers.get('origin');
	return origin === null || origin === 'null' || origin === ours;
}
