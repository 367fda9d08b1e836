import NextLink from 'next/link';
import type { ComponentProps } from 'react';

/**
 * A link that asks for its page when it is followed, once. What could be fetched ahead of a page that is made for its viewer
 * is a stub of it: following the link would ask for the page all the same.
 */
export default function Link(props: ComponentProps<typeof NextLink>) {
  return <NextLink prefetch={false} {...props} />;
}
