/** The eigenvalues of a small symmetric table (row by row), largest first, and its vectors as columns. */
export interface Eigen {
	values: number[];
	/** Entry i of vector c at size × i + c. */
	vectors: Float64Array;
}

const SWEEPS = 50;
/** An entry that is this small beside its diagonal is 0. */
const NOTHING = 1e-16;

/** By Jacobi's rotations (Golub and Van Loan, Matrix Computations, section 8.5). */
export function symmetric(table: Float64Array, size: number): Eigen {
	const a = Float64Array.from(table);
	const v = new Float64Array(size * size);
	for (let i = 0; i < size; i++) v[size * i + i] = 1;
	for (let sweep = 0, turned = 1; sweep < SWEEPS && turned > 0; sweep++) {
		turned = 0;
		for (let p = 0; p < size; p++) for (let q = p + 1; q < size; q++) turned += rotate(a, v, size, p, q);
	}
	const value = (i: number) => a[size * i + i] ?? 0;
	const order = Array.from({ length: size }, (_, i) => i).sort((i, j) => value(j) - value(i));
	const vectors = v.map((_, at) => v[at - (at % size) + (order[at % size] ?? 0)] ?? 0);
	return { values: order.map(value), vectors };
}

/** Turns rows and columns p and q so that the entry between them is 0. Returns 0 when it was nothing before. */
function rotate(a: Float64Array, v: Float64Array, size: number, p: number, q: number): 0 | 1 {
	const [app, aqq, apq] = [a[size * p + p] ?? 0, a[size * q + q] ?? 0, a[size * p + q] ?? 0];
	if (Math.abs(apq) <= NOTHING * (Math.abs(app) + Math.abs(aqq))) return 0;
	const theta = (aqq - app) / (2 * apq);
	const t = (theta < 0 ? -1 : 1) / (Math.abs(theta) + Math.sqrt(theta * theta + 1));
	const c = 1 / Math.sqrt(t * t + 1);
	const s = t * c;
	for (let i = 0; i < size; i++) mix(a, size * i + p, size * i + q, c, s);
	for (let i = 0; i < size; i++) mix(a, size * p + i, size * q + i, c, s);
	for (let i = 0; i < size; i++) mix(v, size * i + p, size * i + q, c, s);
	return 1;
}

function mix(table: Float64Array, one: number, other: number, c: number, s: number): void {
	const x = table[one] ?? 0;
	const y = table[other] ?? 0;
	table[one] = c * x - s * y;
	table[other] = s * x + c * y;
}
