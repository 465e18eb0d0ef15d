/** Cents as people read them: `1.234,50 €`. */
export function euros(cents: number): string {
	const whole = String(Math.floor(Math.abs(cents) / 100)).replace(/\B(?=(\d{3})+$)/g, '.');
	return `${cents < 0 ? '−' : ''}${whole},${String(Math.abs(cents) % 100).padStart(2, '0')} €`;
}
