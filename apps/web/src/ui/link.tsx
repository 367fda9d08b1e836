'use client';

import NextLink from 'next/link';
import { useState, type ComponentProps } from 'react';

/**
 * A link whose page is fetched ahead when somebody is about to follow it, not when it is merely in sight: a list of vehicles
 * would else have the server make a page for each.
 */
export default function Link(props: ComponentProps<typeof NextLink>) {
  const [meant, setMeant] = useState(false);
  const mean = () => setMeant(true);
  return (
    <NextLink
      prefetch={meant ? null : false}
      onPointerEnter={mean}
      onPointerDown={mean}
      onFocus={mean}
      {...props}
    />
  );
}
