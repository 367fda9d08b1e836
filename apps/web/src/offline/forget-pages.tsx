'use client';

import { useEffect } from 'react';
import { forgetKeptPages } from './kept-cache';

/** Where somebody is asked who they are, nobody's pages are kept. */
export function ForgetPages() {
  useEffect(() => void forgetKeptPages(), []);
  return null;
}
