// Node. Several entries share this file, so that there is one IotError in a process.
import { createPackage } from '../facade.js';
import { makeGlue } from '#glue';

export const createForNode = (getDefault) => createPackage(makeGlue, getDefault);
