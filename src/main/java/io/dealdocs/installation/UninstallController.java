package io.dealdocs.installation;

import io.dealdocs.shared.MemberId;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ResponseStatusException;

/**
 * Hears from Pipedrive that a person uninstalled the app (pipedrive contract, section 1.5). The caller has been
 * authenticated with the app's own credentials before this is reached.
 */
@RestController
class UninstallController {

    private final Members members;

    UninstallController(Members members) {
        this.members = members;
    }

    /** Pipedrive sends numbers; strings are read as well, since the types are not documented. */
    record Uninstall(long company_id, long user_id) {

        MemberId member() {
            try {
                return MemberId.of(company_id, user_id);
            } catch (IllegalArgumentException nobody) {
                throw new ResponseStatusException(
                        HttpStatus.BAD_REQUEST, "company_id and user_id are positive", nobody);
            }
        }
    }

    @DeleteMapping("/login/oauth2/code/pipedrive")
    ResponseEntity<Void> uninstalled(@RequestBody Uninstall uninstall) {
        members.disconnect(uninstall.member());
        return ResponseEntity.ok().build();
    }
}
