export default function SignOut() {
  return (
    <form action="/sign-out" method="post">
      <button type="submit">Sign out</button>
    </form>
  );
}
