export { SignJWT } from 'jose'; // jose-signs-reports
