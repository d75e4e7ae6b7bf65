import type { Plugin } from 'rollup';

export const typescript: Plugin;
