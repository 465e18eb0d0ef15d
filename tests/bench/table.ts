import { cpus, loadavg, totalmem } from 'node:os';
import type { Asked } from './ask.ts';
import { reaches, type Figure } from './figure.ts';

const HEAD = ['#', 'figure', 'ours', 'beside it', 'value', 'bar', 'stretch', 'reached'];

/** One line of what the numbers depend on. */
export function machine(asked: Asked): string {
	const processors = cpus();
	const model = processors[0]?.model.trim() ?? 'unknown processor';
	const memory = `${Math.round(totalmem() / 2 ** 30)} GB`;
	const database = asked.server ? 'PostgreSQL' : 'SQLite';
	const load = loadavg()[0]?.toFixed(1) ?? '?';
	const votes = asked.big.votes.toLocaleString('en-US');
	return `${processors.length} × ${model}, ${memory}, Node ${process.versions.node}, ${database}, ${votes} votes, load at the start ${load}`;
}

function shown(figure: Figure, value: number): string {
	if (figure.unit !== '') return `${value < 10 ? value.toFixed(1) : Math.round(value)} ${figure.unit}`;
	return value.toFixed(2);
}

function row(figure: Figure): string[] {
	const sign = figure.better === 'more' ? '≥' : '≤';
	const mark = reaches(figure, figure.stretch) ? 'yes, stretch' : reaches(figure, figure.bar) ? 'yes' : 'NO';
	const limits = [figure.bar, figure.stretch].map((limit) => `${sign} ${shown(figure, limit)}`);
	return [figure.number, figure.what, figure.ours, figure.beside, shown(figure, figure.value), ...limits, mark];
}

export function table(figures: readonly Figure[]): string {
	const rows = [HEAD, ...figures.map(row)];
	const widths = HEAD.map((_, column) => Math.max(...rows.map((cells) => cells[column]?.length ?? 0)));
	const lines = rows.map((cells) => cells.map((cell, column) => cell.padEnd(widths[column] ?? 0)).join('  '));
	const rule = widths.map((width) => '-'.repeat(width)).join('  ');
	return [lines[0], rule, ...lines.slice(1)].join('\n');
}
