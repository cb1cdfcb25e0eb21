import Link from '@docusaurus/Link';
import MDXComponents from '@theme-original/MDXComponents';

/** Logto's pages have this one without importing it. */
function Url({ href, children }) {
  return (
    <p>
      <Link href={href}>{children}</Link>
    </p>
  );
}

export default { ...MDXComponents, Url };
